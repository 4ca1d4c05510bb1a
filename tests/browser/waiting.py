"""What is waited for in a browser, so that no test and no check depends on how fast the machine is.

Playwright waits until a thing can be clicked, and not for what the click then sets off.
"""

from playwright.sync_api import Locator, Page

PATIENCE = 120_000  # ms; a busy machine is no fault of the page

# What comes in a task of its own (that a note was opened, that the page moved), and the picture after it.
SETTLED = "() => new Promise(done => setTimeout(() => requestAnimationFrame(done)))"


def settle(page: Page) -> None:
    """Wait until all is done that a click or a key set off in the page. It needs script."""
    page.evaluate(SETTLED)


def follow(page: Page, link: Locator) -> bool:
    """Click a link and wait until the page that it leads to is loaded.

    Returns whether there is such a page. Raises a TimeoutError where nothing comes.
    """
    address = str(link.evaluate("link => link.href"))
    with page.expect_response(address.partition("#")[0]) as answer:
        link.click()
    page.wait_for_url(address)
    return answer.value.ok
