"""Texts with places in them: the marker ¦ stands before the place where a problem is expected."""


def marked(text):
    """Take out the markers; return the text, and line and column of each place."""
    places, lines = [], text.split("\n")
    for number in range(len(lines)):
        while "¦" in lines[number]:
            places.append((number + 1, lines[number].index("¦") + 1))
            lines[number] = lines[number].replace("¦", "", 1)
    return "\n".join(lines), places
