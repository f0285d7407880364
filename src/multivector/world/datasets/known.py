"""The datasets that `multivector world add` knows."""

from multivector.world.datasets import economy, events, sanctions, ties, trade, votes
from multivector.world.datasets.base import Dataset

__all__ = ["DATASETS"]

FREE = "free with citation"
_ALL = (
    Dataset(
        "unga_votes",
        "UN General Assembly votes (Bailey, Strezhnev and Voeten 2017)",
        "votes",
        "doi:10.7910/DVN/LEJUQZ",
        "CC0 1.0",
        votes.unga_votes,
    ),
    Dataset(
        "ideal_points",
        "Ideal points in the UN General Assembly (Bailey, Strezhnev and Voeten 2017)",
        "ideal_points",
        "doi:10.7910/DVN/LEJUQZ",
        "CC0 1.0",
        votes.ideal_points,
    ),
    Dataset(
        "unga_resolutions",
        "Roll calls of the UN General Assembly with titles",
        "roll_calls",
        "doi:10.7910/DVN/LEJUQZ; github.com/dgrtwo/unvotes",
        "CC0 1.0",
        votes.roll_calls,
    ),
    Dataset(
        "cow_igo",
        "COW intergovernmental organizations v3 (Pevehouse, Nordstrom, McManus and Jamison 2020)",
        "igo",
        "correlatesofwar.org/data-sets/igos",
        FREE,
        ties.cow_igo,
    ),
    Dataset(
        "atop",
        "Alliance Treaty Obligations and Provisions 5.1 (Leeds, Ritter, Mitchell and Long 2002)",
        "alliances",
        "atopdata.org",
        FREE,
        ties.atop,
    ),
    Dataset(
        "cow_trade",
        "COW dyadic trade 4.0 (Barbieri and Keshk 2016)",
        "trade",
        "correlatesofwar.org/data-sets/bilateral-trade",
        FREE,
        trade.cow_trade,
    ),
    Dataset("comext", "Eurostat Comext", "trade", "ec.europa.eu/eurostat/comext", "CC BY 4.0", trade.comext),
    Dataset("comtrade", "UN Comtrade", "trade", "comtradeplus.un.org", "UN Comtrade's terms of use", trade.comtrade),
    Dataset("baci", "BACI (Gaulier and Zignago 2010)", "trade", "cepii.fr", "Etalab 2.0", trade.baci),
    Dataset(
        "national_trade",
        "A state's own trade by partner",
        "trade",
        "the statistical office's own table",
        "as its office says",
        trade.national_trade,
    ),
    Dataset(
        "worldbank_gdp",
        "World Bank GDP in current US dollars (NY.GDP.MKTP.CD)",
        "gdp",
        "data.worldbank.org/indicator/NY.GDP.MKTP.CD",
        "CC BY 4.0",
        economy.worldbank_gdp,
    ),
    Dataset(
        "gpr",
        "Geopolitical risk index (Caldara and Iacoviello 2022)",
        "gpr",
        "matteoiacoviello.com/gpr.htm",
        FREE,
        economy.gpr,
    ),
    Dataset(
        "gsdb",
        "Global Sanctions Data Base (Felbermayr et al. 2020)",
        "sanction_cases",
        "globalsanctionsdatabase.com",
        FREE,
        sanctions.gsdb,
    ),
    Dataset(
        "ties",
        "Threat and Imposition of Sanctions 4.0 (Morgan, Bapat and Kobayashi 2014)",
        "sanction_cases",
        "sanctions.web.unc.edu",
        FREE,
        sanctions.ties,
    ),
    Dataset("gdelt", "GDELT 2 events (Leetaru and Schrodt 2013)", "events", "gdeltproject.org", FREE, events.gdelt),
    Dataset(
        "gdelt_daily",
        "Daily weights of pairs of states from GDELT",
        "weights",
        "gdeltproject.org",
        FREE,
        events.gdelt_daily,
    ),
    Dataset(
        "icews", "ICEWS coded event data (Boschee et al. 2015)", "events", "doi:10.7910/DVN/28075", FREE, events.icews
    ),
    Dataset("polecat", "POLECAT (Halterman et al. 2023)", "events", "doi:10.7910/DVN/AJGVIT", FREE, events.polecat),
    Dataset(
        "phoenix",
        "Phoenix (Open Event Data Alliance)",
        "events",
        "github.com/openeventdata/phoenix_pipeline",
        FREE,
        events.phoenix,
    ),
)
DATASETS = {dataset.name: dataset for dataset in _ALL}
