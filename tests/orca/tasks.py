"""Tasks and transcripts as text: one can be followed by hand, the other reviewed like code."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TASKS = Path(__file__).parent
TRANSCRIPTS = TASKS.parent / "transcripts"
WORDS_A_MINUTE = 180
"""How fast people listen who have just begun with a screen reader; many listen twice as fast."""


@dataclass(frozen=True, slots=True)
class Step:
    """Keys pressed, a text typed, or seconds waited, then the words that must be heard."""

    keys: str
    hear: tuple[str, ...] = ()
    verb: str = "press"

    @property
    def cost(self) -> int:
        """How many keys: a letter counts as one, and so does a key held with Ctrl."""
        if self.verb == "wait":
            return 0
        return len(self.keys) if self.verb == "type" else len(self.keys.split())

    @property
    def line(self) -> str:
        """The step as it stands in a task and in a transcript."""
        return f"{self.verb} {self.keys}"


@dataclass(frozen=True, slots=True)
class Task:
    """One job from end to end. `records` names what is open when it starts."""

    name: str
    title: str
    records: str
    limit: int
    opening: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(slots=True)
class Transcript:
    """What was heard after each step; the first is the opening of the window."""

    parts: list[tuple[str, list[str]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The transcript as it is kept."""
        return "\n".join(
            "\n".join([f"> {line}", *(f"  {words}" for words in said or ["(nothing)"])])
            for line, said in self.parts
        ) + "\n"  # fmt: skip

    @property
    def words(self) -> int:
        """How many words are spoken after the first key."""
        heard = (words for _line, said in self.parts[1:] for words in said)
        return sum(len(words.split()) for words in heard)

    @property
    def seconds(self) -> int:
        """How long listening to all of it takes."""
        return round(self.words * 60 / WORDS_A_MINUTE)


def tasks() -> list[Task]:
    """Return every task, by name."""
    return [read_task(path) for path in sorted(TASKS.glob("*.task"))]


def read_task(path: Path) -> Task:
    """Return the task in `path`; raise ValueError naming a line that is not understood."""
    lines = [line.rstrip() for line in path.read_text("utf-8").splitlines()]
    title, records, limit = lines[0].lstrip("# "), "demo", 0
    opening: list[str] = []
    steps: list[tuple[str, str, list[str]]] = []
    for line in lines:
        verb, _space, rest = line.partition(" ")
        if not line or line.startswith("#"):
            continue
        if verb == "records":
            records = rest
        elif verb == "at-most":
            limit = int(rest.removesuffix(" keys"))
        elif verb in {"press", "type", "wait"}:
            steps.append((verb, rest, []))
        elif verb == "hear":
            (steps[-1][2] if steps else opening).append(rest)
        else:
            raise ValueError(f"{path.name}: “{line}” is not understood")
    done = tuple(Step(keys, tuple(hear), verb) for verb, keys, hear in steps)
    return Task(path.stem, title, records, limit, tuple(opening), done)


def read_transcript(text: str) -> Transcript:
    """Return the transcript that `text` keeps."""
    kept = Transcript()
    for line in text.splitlines():
        if line.startswith("> "):
            kept.parts.append((line[2:], []))
        elif line.strip() != "(nothing)":
            kept.parts[-1][1].append(line.strip())
    return kept


def lacks(task: Task, heard: Transcript) -> Iterator[str]:
    """Yield a sentence for each thing that must be true of a transcript of `task` and is not."""
    lines = ["the window opens", *(step.line for step in task.steps)]
    if [line for line, _said in heard.parts] != lines:
        yield f"{task.name}: the transcript has other steps than the task"
        return
    wanted = [task.opening, *(step.hear for step in task.steps)]
    for (line, said), needs in zip(heard.parts, wanted, strict=True):
        spoken = " ".join(said)
        for need in needs:
            if need not in spoken:
                yield f"{task.name}: after “{line}” nobody said “{need}”, but “{spoken}”"
    if task.limit and cost(task) > task.limit:
        yield f"{task.name}: {cost(task)} keys, and {task.limit} are allowed"


def cost(task: Task) -> int:
    """Return how many keys the task takes."""
    return sum(step.cost for step in task.steps)


def table(heard: dict[str, dict[str, Transcript]]) -> str:
    """Return the costs as a table in Markdown; `heard` is by reader, then by task."""
    rows = ["| job | screen reader | keys | at most | words heard | seconds of listening |",
            "|---|---|---:|---:|---:|---:|"]  # fmt: skip
    for task in tasks():
        for reader, transcripts in sorted(heard.items()):
            if said := transcripts.get(task.name):
                rows.append(
                    f"| {task.title} | {reader} | {cost(task)} | {task.limit or '–'} "
                    f"| {said.words} | {said.seconds} |"
                )
    return "\n".join(rows) + "\n"


def kept() -> dict[str, dict[str, Transcript]]:
    """Return every transcript that is kept, by reader and task."""
    found: dict[str, dict[str, Transcript]] = {}
    for path in sorted(TRANSCRIPTS.glob("orca-*/*.txt")):
        transcript = read_transcript(path.read_text("utf-8"))
        found.setdefault(path.parent.name, {})[path.stem] = transcript
    return found
