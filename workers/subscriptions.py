"""THE table of announcements: which event wakes which handlers. Order within a line means nothing.

A test demands that every event has a line here or its name in `UNHEARD`.
"""

from marketplace.events import listings
from marketplace.notifications import handlers as notifications
from workers.relay import Subscriptions

SUBSCRIPTIONS: Subscriptions = {
    listings.ListingSubmitted: (notifications.on_announcement,),
    listings.ListingApproved: (notifications.on_announcement,),
    listings.ListingPublished: (notifications.on_announcement,),
    listings.ObjectionRaised: (notifications.on_announcement,),
}

UNHEARD = frozenset({listings.ListingChanged.name})
