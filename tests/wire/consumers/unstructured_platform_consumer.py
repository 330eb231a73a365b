"""Run a document through Unstructured and print what was found in it.

The key and the address come from the environment: UNSTRUCTURED_API_KEY and
UNSTRUCTURED_API_URL.
"""

import asyncio
import json
import sys
from pathlib import Path

from unstructured_platform import AsyncClient
from unstructured_platform.models import JobStatus

PLAN = json.dumps({"template_id": "hi_res_partition"})
PAUSE = 0.01


async def main(document: Path) -> None:
    async with AsyncClient() as client:
        job = await client.jobs.create(request_data=PLAN, input_files=[document])

        while job.status in (JobStatus.SCHEDULED, JobStatus.IN_PROGRESS):
            await asyncio.sleep(PAUSE)
            job = await client.jobs.get(job.id)

        print(job.workflow_name, job.status, job.runtime)
        for file in job.output_node_files or []:
            print(file.node_id, file.node_type, file.file_id)
        for node in (await client.jobs.get_details(job.id)).node_stats:
            print(node.node_name, node.success, node.failure)
        for name in job.input_file_ids or []:
            print(await client.jobs.download_output(job.id, file_id=name))


asyncio.run(main(Path(sys.argv[1])))
