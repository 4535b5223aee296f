"""No library of a format is loaded before a file of it is asked for."""

import subprocess
import sys

HEAVY = {"docx", "pptx", "pylopdf_fonts_jp", "typst", "xlsxwriter"}


def test_the_program_starts_without_the_libraries_of_the_formats(root: object) -> None:
    code = f"import advisor.bootstrap, sys; print(sorted({HEAVY!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=str(root)
    )
    assert done.stdout.strip() == "[]"
