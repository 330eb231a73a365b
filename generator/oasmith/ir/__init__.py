"""The intermediate model: data only, closed sets, frozen, with ids for edges.

Nothing here knows Python names, templates or files. Every consumer matches a
closed set with ``match`` and ends in ``typing.assert_never``.
"""
