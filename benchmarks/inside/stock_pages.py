"""The directory as the manuals of django-tables2 and django-filter write it, over the plain table of plain.py."""

import django_tables2 as tables
from django.db import models
from django.urls import path
from django_filters.views import FilterView
from django_tables2.views import SingleTableMixin

from benchmarks.plain import COLUMNS, FACETS, PER_PAGE


class Company(models.Model):
    place = models.IntegerField(primary_key=True)
    name = models.TextField()
    kind = models.TextField()
    field = models.TextField()
    status = models.TextField()
    district = models.TextField()
    representatives = models.TextField()
    first_signed_on = models.TextField()
    agreements = models.IntegerField()

    class Meta:
        app_label = "benchmarks"
        managed = False
        db_table = "companies"
        ordering = ["place"]

    def __str__(self):
        return self.name


class CompanyTable(tables.Table):
    name = tables.Column(linkify=lambda record: f"/companies/{record.place}/")

    class Meta:
        model = Company
        fields = COLUMNS


class CompanyListView(SingleTableMixin, FilterView):
    model = Company
    table_class = CompanyTable
    filterset_fields = {"name": ["contains"], **{name: ["exact"] for name in FACETS}}
    paginate_by = PER_PAGE
    template_name = "stock.html"


urlpatterns = [path("companies/", CompanyListView.as_view())]
