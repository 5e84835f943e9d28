"""Celery: what runs without a request. Rows in PostgreSQL decide what is to be done; a message only wakes.

Every task may therefore run twice, late or not at all: it claims its row first, and the sweeper wakes what nobody
did. The default start runs one worker with beat inside it; production runs as many as it likes, on RabbitMQ quorum
queues or on Redis, beats included.
"""

from typing import Any

from celery import Celery
from kombu.entity import Exchange, Queue

from marketplace.core.settings import settings

QUEUES = ("default", "money", "docs")
"""Mail, index and statistics; everything that touches money; rendering and signing, slow and hungry for memory."""

LONGEST_TASK_SECONDS = 300
"""A broker without acknowledgment deadlines of its own hands a task out again after twice this time."""


def configuration(broker_url: str) -> dict[str, Any]:
    """Give Celery's settings for a broker: `redis…`, `amqp…` or, in tests, `memory://`."""
    rabbit = broker_url.startswith("amqp")
    arguments = {"x-queue-type": "quorum"} if rabbit else None
    exchange = Exchange("xianyong", type="direct")
    return {
        "broker_url": broker_url,
        "broker_connection_retry_on_startup": True,
        "broker_transport_options": _transport(broker_url),
        "result_backend": None,
        "task_ignore_result": True,
        "task_serializer": "json",
        "accept_content": ["json"],
        "task_queues": [
            Queue(name, exchange, routing_key=name, queue_arguments=arguments) for name in QUEUES
        ],
        "task_default_queue": QUEUES[0],
        "task_default_exchange": exchange.name,
        "task_default_routing_key": QUEUES[0],
        "task_default_queue_type": "quorum" if rabbit else "classic",
        "worker_detect_quorum_queues": rabbit,
        "task_create_missing_queues": False,  # a typing mistake must not become a queue that nobody reads
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "task_time_limit": LONGEST_TASK_SECONDS,
        "task_soft_time_limit": LONGEST_TASK_SECONDS - 60,
        "task_publish_retry_policy": {"max_retries": 1, "interval_start": 0.1},  # the sweeper tries again
        "worker_prefetch_multiplier": 1,
        "worker_cancel_long_running_tasks_on_connection_loss": True,
        "worker_soft_shutdown_timeout": 10,
        "worker_enable_soft_shutdown_on_idle": True,  # hands prefetched messages back at once
        "worker_hijack_root_logger": False,
        "timezone": "UTC",
    }


def _transport(broker_url: str) -> dict[str, Any]:
    if broker_url.startswith("amqp"):
        return {"confirm_publish": True}
    if broker_url.startswith("memory"):
        return {"polling_interval": 0.005}
    return {
        "visibility_timeout": 2 * LONGEST_TASK_SECONDS,
        "socket_keepalive": not broker_url.startswith("redis+socket"),
        "health_check_interval": 25,
    }


app = Celery("xianyong")
app.conf.update(configuration(settings().broker_url or "memory://"))
app.autodiscover_tasks(["workers"])
