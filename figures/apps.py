from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FiguresConfig(AppConfig):
    name = "figures"
    verbose_name = _("figures")

    def ready(self):
        from editions.signals import edition_closing
        from figures.services import check_closing_edition

        edition_closing.connect(check_closing_edition)
