"""Parts that every answer repeats stand once in the description of the API, under `components`."""

SHARED_PARAMETERS = ["as_of", "edition", "page", "per_page"]


def share_repeated_parts(result, generator, request, public):
    """A hook of drf-spectacular: what all operations say alike becomes a reference."""
    parts = {"parameters": {}, "headers": {}, "responses": {}}

    def shared(section, name, part):
        """A reference to `part`; the part itself where another one bears the name."""
        known = parts[section].setdefault(name, part)
        return {"$ref": f"#/components/{section}/{name}"} if known == part else part

    for operation in (methods["get"] for methods in result["paths"].values()):
        operation["parameters"] = [
            shared("parameters", part["name"], part) if part["name"] in SHARED_PARAMETERS else part
            for part in operation.get("parameters", [])
        ]
        for status, answer in operation["responses"].items():
            headers = answer.get("headers", {})
            answer["headers"] = {name: shared("headers", name, part) for name, part in headers.items()}
            if status != "200":
                operation["responses"][status] = shared("responses", f"Status{status}", answer)
    result["components"] |= parts
    return result
