"""Markdown read into blocks: as much of it as help uses, and a refusal of anything else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from alongside.documents.help_book.blocks import (
    Block,
    Code,
    Heading,
    Line,
    Listing,
    Paragraph,
    Table,
    Words,
    plain,
)
from alongside.domain.headings import slug


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the page of help called `page`, with its headings one level further down.

    `follow` returns where a link of the page leads in the whole of help.
    """

    page: str
    follow: Callable[[str], str]

    def read(self, text: str) -> list[Block]:
        """Return the blocks of `text`. What help does not use (pictures, HTML) is our mistake."""
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
        return list(self._blocks(SyntaxTreeNode(tokens)))

    def _blocks(self, parent: SyntaxTreeNode) -> Iterator[Block]:
        for node in parent.children:
            match node.type:
                case "heading":
                    yield self._heading(node)
                case "paragraph":
                    yield Paragraph(self._line(node))
                case "bullet_list" | "ordered_list":
                    items = [list(self._blocks(item)) for item in node.children]
                    yield Listing(items, node.type == "ordered_list")
                case "table":
                    head, *rows = [[self._line(cell) for cell in row.children]
                                   for part in node.children for row in part.children]  # fmt: skip
                    yield Table(head, rows)
                case "fence" | "code_block":
                    yield Code(node.content.rstrip("\n").split("\n"))
                case other:
                    raise ValueError(f"{self.page}: help cannot hold {other}")

    def _heading(self, node: SyntaxTreeNode) -> Heading:
        line, level = self._line(node), int(node.tag.removeprefix("h"))
        place = self.page if level == 1 else f"{self.page}-{slug(plain(line))}"
        return Heading(level + 1, line, place)

    def _line(self, node: SyntaxTreeNode) -> list[Words]:
        return [words for inline in node.children for words in self._words(inline, Words(""))]

    def _words(self, parent: SyntaxTreeNode, look: Words) -> Line:
        found: list[Words] = []
        for node in parent.children:
            match node.type:
                case "text" | "text_special":
                    found.append(replace(look, words=node.content))
                case "softbreak":
                    found.append(replace(look, words=" "))
                case "code_inline":
                    found.append(replace(look, words=node.content, is_code=True))
                case "strong":
                    found += self._words(node, replace(look, is_bold=True))
                case "link":
                    link = self.follow(str(node.attrs["href"]))
                    found += self._words(node, replace(look, link=link))
                case other:
                    raise ValueError(f"{self.page}: a line of help cannot hold {other}")
        return [each for each in found if each.words]
