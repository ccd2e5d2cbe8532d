"""A stock page of django-tables2 and django-filter over a plain table, made in this process:
`python -m benchmarks.inside.stock FILE ADDRESS …`."""

import sys
from pathlib import Path

import django
from django.conf import settings
from django.test import Client

from benchmarks.inside.cpu import print_cpu


def main(file, *addresses):
    settings.configure(
        SECRET_KEY="x" * 50,
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="benchmarks.inside.stock_pages",
        INSTALLED_APPS=["django_filters", "django_tables2"],
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": file}},
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [Path(__file__).with_name("templates")],
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
    )
    django.setup()
    print_cpu(Client(), addresses)


if __name__ == "__main__":
    main(*sys.argv[1:])
