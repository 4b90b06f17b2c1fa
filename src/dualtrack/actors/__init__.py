"""Who is who: countries, places, organisations and people, by date and by what an article says."""

from dualtrack.actors._actor import Actor, Found
from dualtrack.actors._codes import CountryCodes, country_codes
from dualtrack.actors._gazetteer import Gazetteer
from dualtrack.actors._memory import Memory

__all__ = ["Actor", "CountryCodes", "Found", "Gazetteer", "Memory", "country_codes"]
