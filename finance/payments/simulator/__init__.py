"""A stand-in for Stripe: a process of its own with its own books, reached by the official SDK over HTTP.

Nothing imports it. It checks requests against the SDK's own parameter types, keeps idempotency keys as Stripe does,
sends signed webhooks with retries, owns a clock, and can be told to fail in the ways a real provider fails.
"""
