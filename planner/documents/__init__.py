"""YAML documents with places: text in, plain values and the line and column of each key out.

Hostile input is refused. `reading.read_document` turns bytes into a `Document`; `validation.validate` turns a
document into a pydantic model; `fields` are the readers of single values, `schema` makes JSON Schemas.
"""
