"""Rows of companies are found in the admin as companies are: by initial consonants, former names, representatives."""

from django.db.models import Q

from common.name_search import readings
from companies.models import Company


class FoundByCompanyMixin:
    """`company_paths`: the ways from a row to its companies. `search_fields` name what else finds it."""

    company_paths = ["company"]

    def get_search_results(self, request, queryset, search_term):
        by_words, may_repeat = super().get_search_results(request, queryset, search_term)
        nearest = readings(search_term)[:1]
        if not nearest:
            return by_words, may_repeat
        # Words that find something as typed are not read in another way.
        all_companies = Company.objects.all()
        companies = all_companies.found_by(*nearest) if by_words.exists() else all_companies.search(search_term)
        found = Q(pk__in=by_words.order_by().values("pk"))
        for path in self.company_paths:
            rows = self.model._default_manager.filter(**{f"{path}__in": companies.order_by().values("pk")})
            found |= Q(pk__in=rows.order_by().values("pk"))
        return queryset.filter(found), False
