"""What programs take from the site: the same facts as its pages, as files below api/v1/.

`shapes` says what they look like, and is their promise; `records` fills the shapes from a site; each kind of
file is a module with `files`; `writing` writes them all.
"""
