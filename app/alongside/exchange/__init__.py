"""What comes in and goes out: spreadsheets now, bank files to come; nobody else reads them."""
