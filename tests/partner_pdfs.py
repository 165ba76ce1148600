"""Makes PDFs as partners give them: with fields, without, and some that cannot be used."""

from functools import cache
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


@cache
def with_fields() -> bytes:
    """Return a council's form: a name, a table of two expenses, boxes, a choice, a signature."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    canvas.drawString(50, 800, "City Council: claim for expenses")
    form = canvas.acroForm
    form.textfield(name="Full name", tooltip="Full name", x=150, y=740, width=250, height=20)
    form.textfield(name="Claim number", x=150, y=710, width=120, height=20)
    for n in (1, 2):
        high = 680 - 30 * n
        form.textfield(name=f"Description {n}", x=50, y=high, width=300, height=20)
        form.textfield(name=f"Amount {n}", x=360, y=high, width=80, height=20)
    form.textfield(name="Total expenses", x=360, y=560, width=80, height=20)
    form.textfield(name="Reason", x=50, y=450, width=300, height=80, fieldFlags="multiline")
    form.textfield(name="Code", x=360, y=450, width=160, height=20, maxlen=8, fieldFlags="comb")
    form.checkbox(name="Fees claimed", x=50, y=400)
    form.radio(name="Paid by", value="BACS", x=50, y=370)
    form.radio(name="Paid by", value="Cheque", x=100, y=370)
    form.choice(name="Kind", options=["Member", "Chair"], value="Member", x=50, y=330, width=100,
                height=20)  # fmt: skip
    canvas.save()
    return _with_signature(made.getvalue())


@cache
def without_fields(*, turned: int = 0, pages: int = 2) -> bytes:
    """Return a form that is lines on paper; `turned` is how far its pages are to be turned."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(50, 800, f"Health Board claim, page {number}")
        canvas.line(100, 700, 400, 700)
        canvas.showPage()
    canvas.save()
    if not turned:
        return made.getvalue()
    writer = PdfWriter(clone_from=BytesIO(made.getvalue()))
    for page in writer.pages:
        page.rotate(turned)
    return _written(writer)


@cache
def locked() -> bytes:
    """Return a form that opens by itself but may not be changed."""
    writer = PdfWriter(clone_from=BytesIO(without_fields()))
    writer.encrypt("", "theirs", algorithm="RC4-128")
    return _written(writer)


@cache
def xfa() -> bytes:
    """Return a form as Adobe LiveCycle makes them."""
    writer = PdfWriter(clone_from=BytesIO(with_fields()))
    form = writer.root_object["/AcroForm"].get_object()
    form[NameObject("/XFA")] = TextStringObject("<xdp/>")
    return _written(writer)


def values_of(pdf: bytes) -> dict[str, str]:
    """Return what the fields of a PDF have, by name."""
    found = PdfReader(BytesIO(pdf)).get_fields() or {}
    return {name: str(field.get("/V", "")) for name, field in found.items()}


def save(folder: Path, data: bytes, name: str = "claim form.pdf") -> Path:
    """Write a PDF to a folder and return its path."""
    file = folder / name
    file.write_bytes(data)
    return file


def _with_signature(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(data))
    field = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"),
        NameObject("/FT"): NameObject("/Sig"), NameObject("/T"): TextStringObject("Signature"),
        NameObject("/Rect"): ArrayObject(PdfReader(BytesIO(data)).pages[0].mediabox[:4]),
    })  # fmt: skip
    made = writer._add_object(field)
    writer.root_object["/AcroForm"].get_object()["/Fields"].append(made)
    writer.pages[0]["/Annots"].append(made)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
