from editions.resources import SheetResource
from sources.models import Source


class SourceResource(SheetResource):
    """A row without key is the source of its address."""

    completes_keys = True

    class Meta:
        name = "sources"
        model = Source
        fields = ["key", "title", "publisher", "published_on", "url", "status"]
        import_id_fields = ["key"]

    def complete(self, row):
        if not row["key"].strip() and row.get("url"):
            row["key"] = Source.objects.filter(url=row["url"].strip()).values_list("key", flat=True).first() or ""
