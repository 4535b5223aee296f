"""Systems to measure the advisor against: a form wizard, an echo of the library, a plain prompt."""
