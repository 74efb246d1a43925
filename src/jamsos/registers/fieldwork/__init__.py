"""Work lists out to the villages and back: written, read, applied and recorded."""
