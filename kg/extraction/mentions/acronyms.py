"""Acronyms and the names whose letters they take."""


def fitting(name: str, acronym: str) -> str | None:
    """The last words of ``name`` that the acronym abbreviates, or None.

    Its letters are the initials of the words, small words counted or left out;
    one with small letters inside may take more of a word ("Oflog").
    """
    parts = name.split()
    short = acronym.removesuffix("s")
    for start in range(len(parts) - 1, -1, -1):
        if _initials(parts[start:], short) or _letters(parts[start:], short):
            return " ".join(parts[start:])
    return None


def _initials(parts: list[str], acronym: str) -> bool:
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    tail = [part for part in parts if part != "&"]
    large = [part for part in tail if part[0].isupper()]
    return letters in ([part[0].lower() for part in tail], [part[0].lower() for part in large])


def _letters(parts: list[str], acronym: str) -> bool:
    """Whether an acronym with small letters takes its letters in order, one of each large word."""
    large = [part.lower() for part in parts if part[0].isupper()]
    if not acronym[1:].islower() or not parts[0][0].isupper() or len(acronym) <= len(large):
        return False
    rest = iter("".join(part.lower() for part in parts))
    initials = iter(acronym.lower())
    return all(letter in rest for letter in acronym.lower()) and all(
        part[0] in initials for part in large
    )
