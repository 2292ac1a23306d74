"""What the PDF library raises for a broken file, told as a ReadError."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from kg.errors import ReadError
from kg.reading.naming import shown

_LOCKED = (PDFPasswordIncorrect, PDFEncryptionError)
_BROKEN = (
    PdfminerException,
    MalformedPDFException,
    PDFSyntaxError,
    PSException,
    AssertionError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


@contextmanager
def reading_pdf(name: str) -> Iterator[None]:
    """Turn what pdfplumber and pdfminer raise inside into a ReadError that names the file.

    Pdfminer checks little, so that a damaged file may fail wherever a value is
    not of the kind expected. Of 1,400 damaged files most failed with
    PdfminerException, some with IndexError and TypeError; the others listed
    are what its code raises or lets through besides.
    """
    try:
        yield
    except _BROKEN as error:
        causes = (error, error.__cause__, *error.args)
        if any(isinstance(cause, _LOCKED) for cause in causes):
            raise ReadError(
                f"{shown(name)} is locked by a password; save a copy without it"
            ) from error
        raise ReadError(f"{shown(name)} is a damaged PDF; fetch it again") from error
