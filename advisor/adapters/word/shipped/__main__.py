"""Write the shipped templates into this package."""

from advisor.adapters.word.shipped import path_of
from advisor.adapters.word.shipped.forms import FORMS

if __name__ == "__main__":
    for name, make in FORMS.items():
        path_of(name).write_bytes(make())
