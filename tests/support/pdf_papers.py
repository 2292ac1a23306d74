"""PDF files of an invented council, made here and read back."""

from fpdf import FPDF
from fpdf.fonts import FontFace

from kg.model import Document, Kind, Paragraph
from kg.reading.read import read_document

BODY = (
    "The board agreed in March that every park in the district should have a plan for the care of"
    " its trees, and that officers should report on progress to each of its meetings until all"
    " plans are in place and the surveys of the older trees have been paid for."
)


class Paper(FPDF):
    """A paper with a running header and page numbers."""

    def header(self) -> None:
        self.set_font("helvetica", size=9)
        self.cell(0, 8, "UNCLASSIFIED", align="C", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=9)
        self.cell(0, 8, f"Heron District Council {self.page_no()}", align="C")

    def heading(self, text: str) -> None:
        self.set_font("helvetica", style="B", size=11)
        self.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        self.ln(3)

    def body(self, text: str) -> None:
        self.set_font("helvetica", size=11)
        self.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
        self.ln(3)


def paper() -> Paper:
    made = Paper()
    made.add_page()
    return made


def read(made: FPDF) -> Document:
    return read_document(bytes(made.output()), "paper.pdf")


def texts(document: Document, kind: Kind) -> list[str]:
    return [p.text for p in document.paragraphs if p.kind is kind]


def ruled(made: FPDF, rows: list[tuple[str, ...]], widths: tuple[int, ...]) -> None:
    made.set_font("helvetica", size=9)
    with made.table(col_widths=widths, headings_style=FontFace(emphasis="BOLD")) as table:
        for words in rows:
            row = table.row()
            for text in words:
                row.cell(text)


def cells(paragraphs: list[Paragraph]) -> list[tuple[str, ...]]:
    return [tuple(p.cell_text(c) for c in row) for p in paragraphs for row in p.rows()]
