"""What somebody would install: dlt's REST source over both APIs, into DuckDB. It checks no total and makes no report."""

import os

import dlt
from dlt.sources.rest_api import rest_api_source

CONCURRENCY = 8

koard = rest_api_source(
    {
        "client": {
            "base_url": os.environ["KOARD_BASE_URL"],
            "headers": {"x-koard-apikey": os.environ["KOARD_API_KEY"]},
        },
        "resources": [
            {
                "name": "batches",
                "endpoint": {
                    "path": "v1/batches",
                    "data_selector": "batches",
                    "paginator": {"type": "offset", "limit": 500, "total_path": "total"},
                },
            },
            {
                "name": "batch_details",
                "parallelized": True,
                "endpoint": {
                    "path": "v1/batches/{resources.batches.id}",
                    "params": {"include_transactions": "true"},
                    "data_selector": "$",
                    "paginator": "single_page",
                },
            },
        ],
    },
    name="koard",
)
record = rest_api_source(
    {
        "client": {
            "base_url": os.environ["RECORD_BASE_URL"],
            "headers": {"authorization": "Bearer " + os.environ["RECORD_API_TOKEN"]},
            "paginator": "single_page",
        },
        "resources": [
            {"name": "programs", "endpoint": {"path": "programs", "data_selector": "data"}},
            {"name": "credential_batches", "endpoint": {"path": "credentials", "data_selector": "data"}},
            {
                "name": "credential_details",
                "parallelized": True,
                "endpoint": {
                    "path": "credentials/{resources.credential_batches.batchId}",
                    "data_selector": "data",
                },
            },
        ],
    },
    name="record",
)

pipeline = dlt.pipeline(
    pipeline_name="peer", pipelines_dir=".", destination=dlt.destinations.duckdb("rows.duckdb"), dataset_name="peer"
)
pipeline.run([koard, record])
with pipeline.sql_client() as client:
    for table in ("batch_details", "batch_details__transactions", "credential_details__recipients"):
        print(table, client.execute_sql(f"SELECT count(*) FROM {table}")[0][0])
