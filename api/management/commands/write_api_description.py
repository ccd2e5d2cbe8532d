from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from api.openapi import description_as_file

FILE = Path(settings.BASE_DIR) / "docs" / "openapi.yaml"


class Command(BaseCommand):
    help = "Writes the description of the API to docs/openapi.yaml, where a test compares it with the program."

    def handle(self, **options):
        FILE.write_bytes(description_as_file())
        self.stdout.write(f"Written: {FILE.relative_to(settings.BASE_DIR)}")
