"""Bringing an article: bytes, a pasted text or a web address in, a draft of an article out."""
