"""What the description of the API cannot say in its own terms, told to schemathesis, which imports this module.

A day is one up to today, a code one that the register knows, an edition one that it has, and no span runs backwards.
What is to be refused is made up all the same.
"""

import datetime

import schemathesis
from hypothesis import strategies

FIELDS = ["energy", "healthcare", "mobility", "other", "semiconductor"]
DISTRICTS = ["buk-gu", "dong-gu", "gwangsan-gu", "nam-gu", "seo-gu"]
# The loaded register has one.
LATEST_EDITION = 1
FIRST_DAY = "0001-01-01"

days = strategies.dates(max_value=datetime.date.today())
schemathesis.openapi.format("date", days.map(datetime.date.isoformat))
schemathesis.openapi.format("field-code", strategies.sampled_from(FIELDS))
schemathesis.openapi.format("district-code", strategies.sampled_from(DISTRICTS))


@schemathesis.hook
def before_load_schema(context, raw_schema):
    shared = raw_schema["components"]["parameters"].values()
    own = [one for methods in raw_schema["paths"].values() for one in methods["get"]["parameters"]]
    for parameter in [*shared, *own]:
        name = parameter.get("name", "")
        if name.endswith("edition"):
            parameter["schema"]["maximum"] = LATEST_EDITION
        if name in ("from", "signed_after"):
            parameter["schema"]["enum"] = [FIRST_DAY]
            del parameter["examples"]
