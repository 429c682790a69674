"""The course hub compiler. `hubc` on the command line, or `python -m hubc`, runs it."""
