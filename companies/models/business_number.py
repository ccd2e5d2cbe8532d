from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from companies.models.company import Company

_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)


class BusinessNumber(models.Model):
    """The business registration number of a company, ten digits. A private fact: no page, file or API shows it."""

    company = models.OneToOneField(
        Company, on_delete=models.CASCADE, related_name="business_number", verbose_name=_("company")
    )
    number = models.CharField(
        _("business registration number"),
        max_length=10,
        unique=True,
    )

    # Without edition stamps, for no edition ever holds it.
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("business registration number")
        verbose_name_plural = _("business registration numbers")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__regex=r"^[0-9]{10}$"),
                name="companies_businessnumber_ten_digits",
                violation_error_message=_("A business registration number has ten digits: 000-00-00000."),
            )
        ]

    def __str__(self):
        return f"{self.number[:3]}-{self.number[3:5]}-{self.number[5:]}"

    def is_public(self):
        return False

    @property
    def agrees_with_its_check_digit(self):
        """False for a number that was never given to anybody: most likely a digit was mistyped."""
        *digits, check = (int(digit) for digit in self.number)
        total = sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) + digits[-1] * 5 // 10
        return (10 - total % 10) % 10 == check
