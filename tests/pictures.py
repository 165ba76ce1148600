"""Draws receipts, as a scanner or a telephone would give them."""

import io
import struct
import zlib
from random import Random

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from alongside_resources import path

NO_PAGES = b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def draw(seed: int = 1, *, shop: str = "CITY TAXIS") -> Image.Image:
    """Return a receipt as a picture; those of one shop differ by their figures only."""
    figures, lines = Random(seed), Random(shop)
    drawn = Image.new("RGB", (420, 900), "white")
    pen = ImageDraw.Draw(drawn)
    face = sorted(path("fonts").glob("*.ttf"))[0]
    pen.text((40, 20), shop, font=ImageFont.truetype(str(face), 40), fill=20)
    small = ImageFont.truetype(str(face), 24)
    for place in range(8):
        words = "".join(lines.choices("abcdefghij ", k=lines.randrange(4, 18)))
        pen.text((20, 100 + place * 60), words, font=small, fill=30)
        pen.text((290, 100 + place * 60), f"{figures.random() * 40:.2f}", font=small, fill=30)
    return drawn


def jpeg(picture: Image.Image | None = None, quality: int = 90, **facts: object) -> bytes:
    made = io.BytesIO()
    (picture or draw()).save(made, "JPEG", quality=quality, **facts)
    return made.getvalue()


def png(picture: Image.Image | None = None) -> bytes:
    made = io.BytesIO()
    (picture or draw()).save(made, "PNG")
    return made.getvalue()


def pdf(*pages: str, made_on: str = "2026-05-09", password: str = "") -> bytes:
    """Return a receipt of a shop on the web: a page for each text, a line for each of its lines."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, encrypt=password or None)
    canvas.setTitle(made_on)
    for page in pages:
        for number, line in enumerate(page.splitlines()):
            canvas.drawString(60, 780 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def scan(picture: Image.Image | None = None) -> bytes:
    """Return a PDF as scanners make it: a picture without a word."""
    made = io.BytesIO()
    (picture or draw()).save(made, "PDF", resolution=150)
    return made.getvalue()


PDF = pdf("Hotel Example\nOne night\n£62.00")


def by_telephone(orientation: int = 6) -> bytes:
    """Return a picture with all that telephones write into one, and a film behind it."""
    facts = Image.Exif()
    facts[0x0112] = orientation
    facts[0x010F] = "Maker of telephones"
    facts.get_ifd(0x8825).update({1: "N", 2: (53.0, 28.0, 50.88), 3: "W", 4: (2.0, 14.0, 33.36)})
    return jpeg(exif=facts, comment=b"taken at Quay Street") + b"ftypmp42 a film"


def bomb(side: int = 30_000) -> bytes:
    """Return a small PNG file that says it is `side` dots wide and high."""
    head = b"IHDR" + struct.pack(">LLBBBBB", side, side, 8, 2, 0, 0, 0)
    made = png()
    return made[:12] + head + struct.pack(">L", zlib.crc32(head)) + made[33:]
