"""What docs/deploy.md tells to install, and a cluster of it on one machine (`make cluster`)."""
