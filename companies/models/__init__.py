from companies.models.business_number import BusinessNumber
from companies.models.choices import District, Field
from companies.models.company import Alias, Company, Representative
from companies.models.distinct_companies import DistinctCompanies
from companies.models.establishment import Establishment

__all__ = [
    "Alias",
    "BusinessNumber",
    "Company",
    "DistinctCompanies",
    "District",
    "Establishment",
    "Field",
    "Representative",
]
