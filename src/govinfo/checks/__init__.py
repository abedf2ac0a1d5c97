"""What is wrong with a report: its sums, its narrative against its tables, its form.

Each rule is a page of documentation with the function that looks for it, registered together:

    from govinfo.checks import Found, Inspection, finding, found

    @finding("XX001", "no-requests", Severity.INFO, en=..., zh=..., what=..., ...)
    def no_requests(of: Inspection) -> Iterator[Found]:
        ...

`docs/your-own-rule.md` tells the rest.
"""

from govinfo.checks.registry import Check, Found, Inspection, finding, found

__all__ = ["Check", "Found", "Inspection", "finding", "found"]
