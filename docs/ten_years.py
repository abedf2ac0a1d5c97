# ---
# jupyter:
#   jupytext:
#     text_representation:
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # From a folder of reports to three lines in a plot
#
# Ten years of reports, three editions of the template: how many requests did a city's offices receive, what share did
# they grant, and how many disputes did they lose? This file is a notebook in the percent format: Jupyter opens it with
# [jupytext](https://jupytext.readthedocs.io), editors run it cell by cell, and `python docs/ten_years.py` runs it whole.
#
# It needs the extra `corpus` and matplotlib.

# %%
"""From a folder of reports to three lines in a plot."""

import random
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd

import govinfo

# %% [markdown]
# ## The reports
#
# Yours are in a folder; here we make some. Five offices report ten years: until 2018 by the list of 2014, in 2019 and
# 2020 by the first tables, and since 2021 by those of today.

# %%
OFFICES = ("云岭市教育局", "云岭市公安局", "云岭市水务局", "云岭市自然资源局", "云岭市民政局")
YEARS = range(2014, 2024)


def figures(year: int, received: int, granted: int, lost: int) -> dict[str, int]:
    """What a report prints of requests and disputes, by the edition of its year."""
    if year < 2019:
        return {
            "indicators.applications.received": received,
            "indicators.applications.concluded": received,
            "indicators.applications.answers.granted": granted,
            "indicators.applications.answers.already_public": 0,
            "indicators.reconsideration.corrected": lost,
            "indicators.litigation.corrected": 0,
        }
    return {
        "requests.received.total": received,
        "requests.outcomes.granted.total": granted,
        "requests.outcomes.total.total": received,
        "disputes.reconsideration.corrected": lost,
        "disputes.litigation.direct.corrected": 0,
        "disputes.litigation.after_reconsideration.corrected": 0,
    }


draw = random.Random(2014)
folder = Path("ten-years-reports")
for year in YEARS:
    edition = "2014" if year < 2019 else "2019" if year < 2021 else "2021"
    for office in OFFICES:
        received = draw.randint(20, 40) + 6 * (year - 2014)
        granted, lost = draw.randint(received // 2, received), draw.randint(0, 3)
        report = govinfo.Report.from_figures(
            figures(year, received, granted, lost), edition=edition, agency=office, year=year
        )
        path = folder / str(year) / f"{office}.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(report.render("docx"))

# %% [markdown]
# ## The panel
#
# `harmonise` adds columns whose names hold over the editions: [panel.md](panel.md) says what each is made of.

# %%
summary = govinfo.batch(folder, "ten-years-panel", harmonise=True, overwrite=True)
panel = pd.read_parquet("ten-years-panel/reports.parquet", dtype_backend="numpy_nullable")
assert (summary.read, len(panel)) == (len(OFFICES) * len(YEARS), len(OFFICES) * len(YEARS))

# %% [markdown]
# A blank is null, never 0, so a report that lacks a figure makes a sum too small. Say so before you add up:

# %%
wanted = ["panel.requests_received", "panel.requests_granted", "panel.requests_concluded"]
wanted += ["panel.reconsideration_corrected", "panel.litigation_corrected"]
complete = panel.dropna(subset=wanted)
assert len(complete) == len(panel), f"{len(panel) - len(complete)} reports lack a figure"

# %%
by_year = complete.groupby("year")[wanted].sum().rename(columns=lambda name: name[len("panel.") :])
by_year["share_granted"] = by_year["requests_granted"] / by_year["requests_concluded"]
by_year["lost"] = by_year["reconsideration_corrected"] + by_year["litigation_corrected"]
by_year

# %% [markdown]
# ## The plot
#
# Where editions meet, definitions change: since 2019 what is public already counts as granted. The metadata of the
# column say so; we draw the line.

# %%
mpl.use("Agg")  # leave this out to see the plot in a notebook
figure, axes = plt.subplots(3, 1, figsize=(7, 8), sharex=True, layout="constrained")
for axis, (name, title) in zip(
    axes,
    {
        "requests_received": "Requests received",
        "share_granted": "Share granted of those concluded",
        "lost": "Disputes lost (result corrected)",
    }.items(),
    strict=True,
):
    values = by_year[name].astype(float)
    axis.plot(by_year.index, values, marker="o")
    axis.set_title(title, loc="left")
    axis.set_ylim(0, values.max() * 1.1)
    for border in (2018.5, 2020.5):
        axis.axvline(border, color="grey", linestyle=":", linewidth=1)
axes[-1].set_xticks(list(YEARS))
axes[-1].set_xlabel("dotted: another edition of the template")
figure.savefig("ten-years-panel/plot.png", dpi=120)

# %% [markdown]
# ## Before you publish it
#
# - `failures` names every file that gave no report, and `govinfo coverage` the offices whose report is missing.
# - `errors` above 0: the sums of a report contradict one another. `not_placed`: something is printed that could not be
#   placed. Look at these reports with `govinfo show`.
# - What the text says stands in `claims` ([claims.md](claims.md)).
