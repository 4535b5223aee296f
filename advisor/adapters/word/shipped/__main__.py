"""Write the shipped templates into this package."""

from advisor.adapters.word.shipped import path_of
from advisor.adapters.word.shipped.forms import FORMS
from advisor.adapters.word.shipped.laying import laid

if __name__ == "__main__":
    for name, form in FORMS.items():
        path_of(name).write_bytes(laid(name, form))
