from django.urls import path

from open_data.catalog import CatalogView
from open_data.package import views

app_name = "packages"
urlpatterns = [
    path("packages/<int:number>.zip", views.PackageView.as_view(), name="package"),
    path("deltas/<int:first>-<int:last>.<slug:kind>", views.DeltaView.as_view(), name="delta"),
    path("catalog.jsonld", CatalogView.as_view(), name="catalog"),
]
