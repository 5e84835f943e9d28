"""A real Elasticsearch for development and tests: one node on 127.0.0.1, downloaded once, gone when unused.

`python -m search.devnode --port 0` starts it. Never used in production, where a cluster is named by settings.
"""
