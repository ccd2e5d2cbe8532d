from companies.models.company import Alias, Company, Field, Representative
from companies.models.establishment import District, Establishment

__all__ = ["Alias", "Company", "District", "Establishment", "Field", "Representative"]
