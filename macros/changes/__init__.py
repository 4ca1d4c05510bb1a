"""What a proposed change of data/ and docs/ changes for readers, told in their words."""
