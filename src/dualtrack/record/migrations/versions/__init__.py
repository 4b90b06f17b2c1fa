"""The steps. Each is one transaction's work; none is changed once it was released."""
