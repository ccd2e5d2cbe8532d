"""Every page of the admin, in both languages, on a phone and on a desk, light and dark: nothing is left out."""

import re
from urllib.parse import urlsplit

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import manage, sign_in

# Every page of every list, and our own pages; `shell` prints their addresses, one a line.
ADDRESSES = """
from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from accounts.models import User
from agreements.models import Agreement, CompanyMerge, SigningRound
from agreements.merges import merge_companies
from agreements.merge_plan import plan_merge
from companies.models import Company
from intake.models import Review
from intake.proposals import empty_form
from intake.services import start_review
from sources.models import Source
from staff.work_list import KINDS
staff = User.objects.get(username="staff")
draft, known = SigningRound.objects.filter(status="draft").first(), Company.objects.order_by("pk")
review = start_review(kind=Review.Kind.KEYBOARD, answers=empty_form(), by=staff)
kept, merged = (Company.objects.create(name=name) for name in ("달빛연산", "㈜달빛연산"))
other = Company.objects.create(name="고래시각")
plan = plan_merge(kept=kept, merged=other)
merge_companies(kept=kept, merged=other, by=staff, reason="같은 기업", fingerprint=plan.fingerprint)
for model, owner in admin.site._registry.items():
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    one = owner.model.objects.order_by("pk").first()
    for page in ("changelist", "add", "import", "change", "history", "delete"):
        try:
            args = [one.pk] if one and page in ("change", "history", "delete") else []
            print(reverse(f"{name}_{page}", args=args))
        except NoReverseMatch:
            pass
round, company = SigningRound.objects.get(slug="136-145"), known.filter(status="published").first()
version = company.history.first().pk
merge = CompanyMerge.objects.first()
print(reverse("admin:index"), reverse("admin:password_change"), "/admin/nowhere/", "/admin/agreements/", sep="\\n")
print(reverse("admin:auth_user_password_change", args=[staff.pk]))
print(reverse("admin:agreements_signinground_change", args=[round.pk]))
print(reverse("admin:agreements_signinground_change", args=[draft.pk]))
print(reverse("admin:agreements_signinground_publish", args=[draft.pk]))
print(reverse("admin:agreements_signinground_withdraw", args=[round.pk]))
print(reverse("admin:companies_company_simple_history", args=[company.pk, version]))
print(*(reverse(f"admin:companies_company_{page}", args=[company.pk]) for page in ("rename", "place")), sep="\\n")
print(reverse("admin:companies_company_duplicates"))
print(reverse("admin:agreements_companymerge_undo", args=[merge.pk]))
print(reverse("admin:agreements_companymerge_add") + f"?kept={kept.pk}&merged={merged.pk}")
print(reverse("admin:intake_review_change", args=[review.pk]))
print(*(reverse("admin:work", args=[kind.key]) for kind in KINDS), sep="\\n")
print("/admin/companies/company/?q=없는회사", "/admin/companies/company/?kind=institution", sep="\\n")
"""
# What Chromium itself writes to the console where a page is refused or not there.
EXPECTED_COMPLAINT = re.compile("Failed to load resource: the server responded with a status of 40")

AXE = Axe()
# All rules; nothing to load beforehand: no page of the admin has sound or films.
AXE_OPTIONS = {"resultTypes": ["violations"], "preload": False}


@pytest.fixture(scope="module")
def addresses(served):
    printed = manage(served.environment, "shell", "--verbosity", "0", text=ADDRESSES).split()
    return list(dict.fromkeys(printed))


@pytest.mark.parametrize(("language", "width", "scheme"), [("ko-KR", 360, "dark"), ("en-US", 1280, "light")])
def test_admin_pages_are_accessible_valid_and_quiet(served, addresses, browser, language, width, scheme):
    context = browser.new_context(
        locale=language, color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page, faults, seen = context.new_page(), [], set()
    page.is_examined = False
    page.on("console", lambda message: faults.append((page.url, message.text)) if not page.is_examined else None)
    page.on("pageerror", lambda error: faults.append((page.url, str(error))))

    faults += faults_of(page, page.goto(served.url + "/admin/"), width)
    sign_in(page, served)
    for address in addresses:
        answer = page.goto(served.url + address)
        text = without_address(answer)
        if text not in seen:  # a refusal is the same page at every address
            faults += faults_of(page, answer, width)
        seen.add(text)

    assert [fault for fault in faults if not EXPECTED_COMPLAINT.match(str(fault[1]))] == []


def without_address(answer):
    return answer.text().replace(urlsplit(answer.url).path, "")


def faults_of(page, answer, width):
    """What axe and a strict parser find on the page, and whether it scrolls sideways."""
    # Axe sets styles of its own, which the policy refuses aloud.
    page.is_examined = True
    found = AXE.run(page, options=AXE_OPTIONS).response["violations"]
    page.is_examined = False
    yield from ((page.url, rule["id"], rule["nodes"][0]["html"][:200]) for rule in found)
    parser = html5lib.HTMLParser(strict=False)
    # The parser is older than <template>, in which a row may stand alone.
    parser.parse(re.sub(r"<template.*?</template>", "", answer.text(), flags=re.DOTALL))
    yield from ((page.url, code, place) for place, code, _values in parser.errors)
    if page.evaluate("document.documentElement.scrollWidth") > width:
        yield page.url, "scrolls sideways", page.evaluate("document.documentElement.scrollWidth")
