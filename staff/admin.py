"""The registered admins of what is published on its own, each behind the gate."""

from django.contrib import admin

from agreements.admin import SigningRoundAdmin, StatementAdmin
from agreements.models import SigningRound, Statement
from companies.admin import CompanyAdmin
from companies.models import Company
from staff.gate_admin import GatedAdmin

admin.site.unregister([SigningRound, Statement, Company])


@admin.register(SigningRound)
class GatedSigningRoundAdmin(GatedAdmin, SigningRoundAdmin):
    pass


@admin.register(Statement)
class GatedStatementAdmin(GatedAdmin, StatementAdmin):
    pass


@admin.register(Company)
class GatedCompanyAdmin(GatedAdmin, CompanyAdmin):
    pass
