from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.views.generic import TemplateView

from common.parameters import read_page, refuse_unknown
from editions.models import Edition

PER_PAGE = 50


class EditionListView(TemplateView):
    """Every published change of the register, newest first: when, what kind, and the reason that was given."""

    template_name = "editions/edition_list.html"

    def get_context_data(self, **kwargs):
        refuse_unknown(self.request.GET, {"page"})
        paginator = Paginator(Edition.objects.order_by("-number"), PER_PAGE)
        try:
            page = paginator.page(read_page(self.request.GET))
        except EmptyPage as error:
            raise Http404 from error
        return super().get_context_data(**kwargs, page=page, count=paginator.count)
