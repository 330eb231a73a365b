"""Have one media file analysed by Wasabi AiR, and say where the result lies.

The keys and the address come from the environment: WASABI_ACCESS_KEY,
WASABI_SECRET_KEY and WASABI_AIR_BASE_URL.
"""

import time

from wasabi_air import Client, NotFoundError
from wasabi_air.models import Destination, JobStatus, SourceInput

PAUSE = 0.01

with Client() as client:
    job = client.jobs.submit(
        name="commercial",
        services={"ocr": "", "s2t": ""},
        source=SourceInput(bucket="wasabifs-chm", object_key="MP4/Commercial.mp4"),
        destination=Destination(bucket="airstream-output-2", region="us-west-1"),
    ).job

    while client.jobs.get_status(job.id).status in (
        JobStatus.SUBMITTED,
        JobStatus.PREFLIGHT,
        JobStatus.IN_PROGRESS,
    ):
        time.sleep(PAUSE)

    job = client.jobs.get(job.id)
    print(job.name, job.status, job.source.object_key, job.created.isoformat())
    if job.status is JobStatus.FAILED:
        print(client.jobs.get_errors(job.id).error_code)
    try:
        print(client.jobs.get_metadata(job.id).destination_path)
    except NotFoundError as error:
        print("no result:", error.body.error_code if error.body else error)
