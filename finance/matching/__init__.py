"""Pure: facts about an applicant, gates of a finance product, and the reasons why they do or do not meet.

No tables and no I/O. The rooms above gather the facts and keep the snapshots; everything here can be
run again for ever from a fact sheet and an instrument version.
"""
