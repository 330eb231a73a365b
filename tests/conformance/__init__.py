"""Whether requests are what descriptions ask for, by Stoplight Prism's judgement.

Every operation of twenty real descriptions is called with values that fit its schemas,
and Prism checks each request. The test suite does so for one small description only.

    python -m tests.conformance
"""
