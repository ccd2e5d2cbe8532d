"""The register as other catalogues read it: DCAT 3 in JSON-LD, and the same files for schema.org."""

from django.conf import settings
from django.http import JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.views.decorators.http import conditional_page
from django.views.generic import View

from common.parameters import refuse_unknown
from editions.models import Edition
from editions.provider import provider
from open_data.datasets.registry import DATASETS
from open_data.licence import licence
from open_data.package.description import description_of_register
from open_data.portal import KEYWORDS

TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "zip": "application/zip",
}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"


@method_decorator(conditional_page, name="dispatch")
class CatalogView(View):
    """The catalogue of the present edition: the register as a dataset, and one dataset for each table."""

    def get(self, request):
        refuse_unknown(request.GET, ())
        catalog = catalog_of(request.build_absolute_uri, Edition.objects.first())
        return JsonResponse(
            catalog, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False, "indent": 2}
        )


def catalog_of(absolute, edition):
    """The catalogue as JSON-LD. absolute: makes an address of this site one of the web; edition: None before the
    first."""
    page = absolute(_in("ko", lambda: reverse("open_data:open-data")))
    tables = [_table(table, absolute, page) for table in DATASETS.values()]
    catalog = {
        "@context": _CONTEXT,
        "@id": page + "#catalog",
        "@type": "dcat:Catalog",
        "dct:title": _both(lambda: translation.gettext("Gwangju AI agreements")),
        "dct:description": _both(description_of_register),
        "dct:language": ["ko", "en"],
        "foaf:homepage": {"@id": page},
        "dcat:dataset": [_whole(absolute, edition, page), *tables],
    }
    return catalog | _publisher()


def _whole(absolute, edition, page):
    said = {
        "@id": page + "#register",
        "@type": "dcat:Dataset",
        "dct:title": _both(lambda: translation.gettext("Gwangju AI agreements")),
        "dct:description": _both(description_of_register),
        "dcat:keyword": [word for word in (_both(lambda key=key: key) for key in KEYWORDS) for word in word],
        "dct:license": {"@id": licence().url},
        "dcat:landingPage": {"@id": page},
    }
    if edition is None:
        return said
    address = absolute(reverse("packages:package", args=[edition.number]))
    return said | {
        "dcat:version": str(edition.number),
        "dct:modified": {"@type": "xsd:dateTime", "@value": edition.made_at.isoformat(timespec="seconds")},
        "dcat:distribution": [_distribution(address, "zip")],
    }


def _table(table, absolute, page):
    addresses = [
        (absolute(_in("ko", lambda kind=kind: reverse("open_data:table-file", args=[table.name, kind]))), kind)
        for kind in ("csv", "xlsx", "json")
    ]
    return {
        "@id": f"{page}#{table.name}",
        "@type": "dcat:Dataset",
        "dct:title": _both(lambda: table.title),
        "dct:description": _both(lambda: table.description),
        "dct:license": {"@id": licence().url},
        "dct:isPartOf": {"@id": page + "#register"},
        "dcat:distribution": [_distribution(address, kind) for address, kind in addresses],
    }


def _distribution(address, kind):
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": _MEDIA_TYPE + TYPES[kind]},
        "dct:license": {"@id": licence().url},
    }


def _publisher():
    return {"dct:publisher": {"@type": "foaf:Agent", "foaf:name": _both(provider)}}


def _both(words):
    return [{"@language": code, "@value": _in(code, lambda: str(words()))} for code, _name in settings.LANGUAGES]


def _in(language, say):
    with translation.override(language):
        return say()
