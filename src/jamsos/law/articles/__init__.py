"""The articles the library was built from: what each says in one line, and what holds it."""
