"""From what a person typed to what an engine is asked, and from its answer to what a person sees."""
