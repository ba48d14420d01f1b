"""The dashboard with its guard opened for this machine, so that a test can serve an article itself.

`python loopback.py app.py --server.port=…` is `streamlit run app.py --server.port=…` with addresses
of the loopback, and nothing else, allowed.
"""

import sys
from functools import partial

from streamlit.web import cli

from components.bringing.fetch import Rules, fetch
from components.ui import bring

PORTS = range(1, 65536)

if __name__ == "__main__":
    rules = Rules(allowed=lambda address: address.is_loopback, ports=PORTS)
    bring.fetch = partial(fetch, rules=rules)
    sys.argv = ["streamlit", "run", *sys.argv[1:]]
    cli.main()
