"""A soak: thousands of calls, a hundred at a time, and one in twenty goes wrong.

    python -m tests.soak [--calls 20000] [--in-flight 100] [--modes async threads]

It says whether a call was lost, or carried out twice that must not be, and whether
memory or sockets grew.
"""
